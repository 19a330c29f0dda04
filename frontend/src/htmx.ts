/**
 * htmx with its event-stream extension, set up for this site. The two stand in one file with our elements: as separate
 * files the stream sometimes starts before the extension is there.
 */
import htmx from "htmx.org";
import "htmx.org/dist/ext/hx-sse.js";
import { token } from "./token";

htmx.config.implicitInheritance = true;

document.addEventListener("htmx:config:request", (event) => {
  const request = event.detail.ctx.request;
  if (request.method !== "GET") Object.assign(request.headers, token());
});
