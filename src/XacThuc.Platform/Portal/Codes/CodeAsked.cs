using XacThuc.Web.Acts;

namespace XacThuc.Platform.Portal.Codes;

/// <summary>What <c>_AskCode.cshtml</c> shows: where the code from a phone is typed, and another is asked for.</summary>
/// <param name="Sent">To whom it was sent, in a sentence.</param>
/// <param name="Do">What the button does.</param>
/// <param name="IsFolder">Whether messages are files in a folder.</param>
/// <param name="Again">What is said where another was just asked for; none where none was.</param>
/// <param name="Refusal">Why not.</param>
internal sealed record CodeAsked(string Sent, string Do, bool IsFolder, string? Again, Refusal? Refusal);
