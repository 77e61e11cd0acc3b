using XacThuc.Matching;

namespace XacThuc.Certificates.CitizenCard;

/// <summary>The QR code of a health insurance card (thẻ bảo hiểm y tế), which names no personal id number.</summary>
/// <param name="Number">
/// The card's number: the ten digits of social insurance, before them on older cards two letters and three digits of the
/// kind of holder, level and province.
/// </param>
/// <param name="FullName">The name.</param>
/// <param name="Born">The date of birth: a year, month and year, or a full date.</param>
/// <param name="Sex">The sex, or <see langword="null"/> where the card leaves it out.</param>
/// <param name="Address">The address, or empty.</param>
public sealed record ScannedInsurance(string Number, string FullName, PartialDate Born, Sex? Sex, string Address)
{
    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(ScannedInsurance);
}
