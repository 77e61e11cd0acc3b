using XacThuc.Matching;

namespace XacThuc.Certificates.PersonalQr;

/// <summary>
/// The personal QR code that all apps share (1405/QĐ-BTTTT, version 1.1). It says what somebody declared; whether a house signed it, and
/// until when, <see cref="PersonalQrSignature"/> tells.
/// </summary>
/// <param name="Paper">The number of the paper as the code has it: in full, or its first six characters masked.</param>
/// <param name="Id">The personal id number, where the paper's number is one in full.</param>
/// <param name="FullName">The name in capitals without marks.</param>
/// <param name="Born">The date of birth; only its year where the code masks day and month.</param>
/// <param name="Declarer">Who declared it.</param>
/// <param name="Qid">The person's number on the national QR platform.</param>
/// <param name="Sex">The sex, or <see langword="null"/> where it is unknown or left out.</param>
/// <param name="InsuranceNumber">The health insurance number, or empty.</param>
/// <param name="Phone">The phone number, or empty.</param>
public sealed record ScannedPersonalQr(
    string Paper, PersonalId? Id, string FullName, PartialDate Born, QrDeclarer Declarer, string Qid, Sex? Sex,
    string InsuranceNumber, string Phone)
{
    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(ScannedPersonalQr);
}

/// <summary>Who declared what a personal QR code says.</summary>
public enum QrDeclarer
{
    /// <summary>The person.</summary>
    Oneself,

    /// <summary>Somebody else for the person.</summary>
    Another,
}
