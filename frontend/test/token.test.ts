import { beforeEach, describe, expect, it } from "vitest";
import { token } from "../src/token";

beforeEach(() => {
  document.head.innerHTML = "";
});

describe("token", () => {
  it("is sent in the header the page names", () => {
    document.head.innerHTML = `<meta name="csrf-token" content="t0ken"><meta name="csrf-header" content="X-CSRF-TOKEN">`;
    expect(token()).toEqual({ "X-CSRF-TOKEN": "t0ken" });
  });

  it("is nothing on a page without one", () => {
    expect(token()).toEqual({});
  });
});
