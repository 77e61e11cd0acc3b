using XacThuc.Matching;

namespace XacThuc.Certificates.CitizenCard;

/// <summary>The QR code of a citizen card (căn cước công dân có gắn chip).</summary>
/// <param name="Id">The personal id number. Of twelve digits; whether its province exists is not asked.</param>
/// <param name="OldId">The number of the old identity card, where the card names one of nine digits.</param>
/// <param name="FullName">The name as the card writes it.</param>
/// <param name="Born">The date of birth: a year, month and year, or a full date; not after <paramref name="Issued"/>.</param>
/// <param name="Sex">The sex.</param>
/// <param name="Residence">Place of permanent residence, as the card writes it.</param>
/// <param name="Issued">The day of issue.</param>
public sealed record ScannedCard(
    PersonalId Id, OldId? OldId, string FullName, PartialDate Born, Sex Sex, string Residence, DateOnly Issued)
{
    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(ScannedCard);
}
