namespace XacThuc.Web.Documents;

/// <summary>A page to put up with one large QR code, which is read from some steps away.</summary>
/// <param name="Above">The small line above all: who puts it up.</param>
/// <param name="Title">What it is.</param>
/// <param name="Link">What the code holds.</param>
/// <param name="Below">The lines below the code.</param>
/// <param name="Number">Its number, at the foot.</param>
public sealed record CodePoster(string Above, string Title, string Link, IReadOnlyList<string> Below, string Number);
