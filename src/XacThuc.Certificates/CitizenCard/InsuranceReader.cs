using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using XacThuc.Matching;
using XacThuc.Matching.Reading;

namespace XacThuc.Certificates.CitizenCard;

/// <summary>
/// Reads the code of a health insurance card: number, name, date of birth, sex (1: male), address, then what concerns the
/// insurance; name and address as hex of UTF-8.
/// </summary>
internal static partial class InsuranceReader
{
    private const int Fewest = 5;

    /// <summary>The card, what spoilt it, or <see langword="null"/> for anything that has not the form of one.</summary>
    public static ScannedCode? Find(string[] fields)
    {
        if (fields.Length < Fewest || !Date().IsMatch(fields[2]) || fields[3].Length > 1) return null;
        var (number, hex, born, address) = (fields[0], fields[1], fields[2], fields[4]);
        if (KeyTraces.IsKeyedHex(hex) || KeyTraces.IsKeyedHex(address)) return ScannedCode.Of(Garbling.InputMethod);
        if (!hex.All(char.IsAsciiHexDigit)) return null;

        if (!Number().IsMatch(number) || !TryDecode(hex, out var name) || !CardReader.IsName(name)
            || FieldReading.RegisterDate(Encoding.ASCII.GetBytes(born), out var readBorn) != FieldVerdict.NotCompared
            || !TryReadSex(fields[3], out var sex)) return ScannedCode.Of(Seeming.Damaged);

        // Cards without an address have a dash there.
        var place = "";
        if (address is not ("" or "-") && !TryDecode(address, out place)) return ScannedCode.Of(Seeming.Damaged);
        return ScannedCode.Of(new ScannedInsurance(number.ToUpperInvariant(), name, readBorn, sex, place));
    }

    private static bool TryDecode(string hex, out string text)
    {
        text = "";
        if (hex.Length % 2 != 0 || !hex.All(char.IsAsciiHexDigit)) return false;
        var bytes = Convert.FromHexString(hex);
        if (!Utf8.IsValid(bytes)) return false;
        text = Encoding.UTF8.GetString(bytes).Trim();
        return text.Length > 0 && !KeyTraces.HasControls(text);
    }

    private static bool TryReadSex(string code, out Sex? sex)
    {
        sex = code switch
        {
            "1" => Sex.Male,
            "0" or "2" => Sex.Female,
            _ => null,
        };
        return sex is not null || code.Length == 0;
    }

    [GeneratedRegex("^([A-Za-z]{2}[0-9]{3})?[0-9]{10}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();

    [GeneratedRegex("^([0-9]{1,2}/){0,2}[0-9]{4}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Date();
}
