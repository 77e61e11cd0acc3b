// A field that is filled by scanning (input[data-scan]): by a scanner that types like a keyboard, or by the camera.
// Without script it is a plain field, and the scanner's Enter sends its form.
import "./keys";
import "./camera";
