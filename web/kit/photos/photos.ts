// Photos of a report: looked at, made smaller and shown before they are sent, and the report kept until it is sent. Without
// script it is a plain file field, and the server looks at what comes.
import "./field";
import "./draft";
