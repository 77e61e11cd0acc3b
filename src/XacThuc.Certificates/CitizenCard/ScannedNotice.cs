using XacThuc.Matching;

namespace XacThuc.Certificates.CitizenCard;

/// <summary>
/// What is probably the QR code of a notice of the personal id number. Its layout is not published: the fields are guesses
/// from their form, and a person must confirm each beside <paramref name="Text"/>.
/// </summary>
/// <param name="Id">The one well-formed personal id number in the text.</param>
/// <param name="FullName">The first part that can be a name, or <see langword="null"/>.</param>
/// <param name="Born">The first part that is a date; no date (<see cref="PartialDate.IsKnown"/>) where there is none.</param>
/// <param name="Sex">The first part that is a sex, or <see langword="null"/>.</param>
/// <param name="Text">The text as it was scanned.</param>
public sealed record ScannedNotice(PersonalId Id, string? FullName, PartialDate Born, Sex? Sex, string Text)
{
    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(ScannedNotice);
}
