namespace XacThuc.Platform.Signed;

/// <summary>The forms by which a document is signed with a token: how they look.</summary>
/// <param name="IsSample">Whether a certificate of the sample may be tried.</param>
/// <param name="IsFirst">Whether this is the way that is offered first.</param>
internal sealed record SignForms(bool IsSample, bool IsFirst);
