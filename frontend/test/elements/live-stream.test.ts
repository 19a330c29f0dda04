import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import "../../src/elements/live-stream";

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = `
    <live-stream data-lost="Not live."><p role="status"><i></i><span data-live-text>Live, 2 minutes ago</span></p></live-stream>`;
});

afterEach(() => vi.useRealTimers());

const stream = (): HTMLElement => document.querySelector("live-stream") as HTMLElement;
const said = (): string | undefined => document.querySelector("[data-live-text]")?.textContent ?? undefined;
const tell = (name: string): boolean => stream().dispatchEvent(new CustomEvent(`htmx:sse:${name}`));

describe("live-stream", () => {
  it("says so when no connection comes for half a minute", () => {
    vi.advanceTimersByTime(29_999);
    expect(said()).toBe("Live, 2 minutes ago");
    vi.advanceTimersByTime(1);
    expect(said()).toBe("Not live.");
    expect(stream().dataset.live).toBe("lost");
  });

  it("stays quiet through a short break", () => {
    tell("after:connection");
    tell("error");
    vi.advanceTimersByTime(20_000);
    tell("after:connection");
    vi.advanceTimersByTime(60_000);
    expect(said()).toBe("Live, 2 minutes ago");
  });

  it("counts half a minute from the first failure, and takes the words back when the line is back", () => {
    tell("after:connection");
    tell("error");
    vi.advanceTimersByTime(20_000);
    tell("error");
    vi.advanceTimersByTime(10_000);
    expect(said()).toBe("Not live.");
    tell("after:connection");
    expect(said()).toBe("Live, 2 minutes ago");
    expect(stream().dataset.live).toBe("on");
  });
});
