using System.Globalization;
using XacThuc.Matching;
using XacThuc.Matching.Reading.Alphabet;

namespace XacThuc.Certificates.PersonalQr;

/// <summary>Writes the personal QR code (1405/QĐ-BTTTT, version 1.1), which <c>PersonalQrReader</c> reads again.</summary>
public static class PersonalQrWriter
{
    private const int MaskedSigns = 6;

    /// <summary>
    /// Writes it: as it is shown by default, with the first six signs of the paper's number, day and month of birth, health insurance and phone left
    /// out; or in full, which its owner asks for.
    /// </summary>
    /// <param name="code">What it says; the paper's number in full. The name is written in capitals without marks.</param>
    /// <param name="inFull">Whether nothing is masked.</param>
    /// <param name="declarerQid">The number of whoever declared it for another, or empty.</param>
    /// <exception cref="ArgumentException">A part has a sign that separates parts, or the paper's number is too short.</exception>
    public static string Write(ScannedPersonalQr code, bool inFull, string declarerQid = "")
    {
        if (code.Paper.Length <= MaskedSigns) throw new ArgumentException("The number of a paper has seven signs at least.", nameof(code));
        string[] parts = [code.Paper, Plain(code.FullName), code.Qid, declarerQid, code.InsuranceNumber, code.Phone];
        if (Array.Exists(parts, part => part.AsSpan().IndexOfAny('|', '<') >= 0)) throw new ArgumentException("A part has a sign that separates parts.", nameof(code));
        var paper = inFull ? code.Paper : new string('*', MaskedSigns) + code.Paper[MaskedSigns..];
        var sex = code.Sex switch { Sex.Male => "1", Sex.Female => "2", _ => "0" };
        string[] more = inFull ? [declarerQid, sex, code.InsuranceNumber, code.Phone, ""] : [declarerQid, sex, "", "", ""];
        return string.Join('|', paper, Plain(code.FullName), Born(code.Born, inFull), code.Declarer == QrDeclarer.Oneself ? "0" : "1", code.Qid, string.Join('<', more));
    }

    private static string Born(PartialDate born, bool inFull) => string.Create(
        CultureInfo.InvariantCulture, $"{born.Year:0000}-{(inFull && born.Month > 0 ? born.Month.ToString("00", CultureInfo.InvariantCulture) : "**")}-{(inFull && born.Day > 0 ? born.Day.ToString("00", CultureInfo.InvariantCulture) : "**")}");

    private static string Plain(string name) => string.Concat(
        ComposedText.Of(name).Select(letter => Letters.TryDecompose(letter, out var vietnamese, out _) ? Letters.Plain(vietnamese) : char.ToUpperInvariant(letter)));
}
