"use strict";
// What a reply wants said aloud comes in a header; it is text, never markup.
document.addEventListener("htmx:afterRequest", (event) => {
  const said = event.detail.xhr && event.detail.xhr.getResponseHeader("X-Zopa-Said");
  if (said) document.getElementById("said").textContent = decodeURIComponent(said);
});
// A refusal is a page with one message; show the message where one is.
document.addEventListener("htmx:responseError", (event) => {
  const page = new DOMParser().parseFromString(event.detail.xhr.responseText, "text/html");
  const told = page.querySelector("h1");
  document.getElementById("said").textContent = told ? told.textContent : event.detail.xhr.responseText.slice(0, 300);
});
document.addEventListener("htmx:sendError", () => {
  document.getElementById("said").textContent = "The workbench does not answer. Is it still running?";
});
