namespace XacThuc.Register.Cases.Inbox;

/// <summary>Open cases that are wrong in the same way.</summary>
/// <param name="Reason">Their reason codes, joined.</param>
/// <param name="Count">How many.</param>
/// <param name="Oldest">Since when the oldest waits.</param>
public sealed record ReasonGroup(string Reason, int Count, DateTimeOffset Oldest);
