using System.Globalization;
using System.Text.RegularExpressions;
using XacThuc.Certificates.CitizenCard;
using XacThuc.Matching;

namespace XacThuc.Certificates.PersonalQr;

/// <summary>
/// Reads <c>SoGiayTo|HoTen|NgaySinh|LoaiDinhDanh|QID|EXT</c> (1405/QĐ-BTTTT, version 1.1), masked and in full. EXT holds
/// the declarer's QID, sex, health insurance number, phone and signature, separated by <c>&lt;</c>.
/// </summary>
internal static partial class PersonalQrReader
{
    /// <summary>The code, what spoilt it, or <see langword="null"/> for anything that has not the form of one.</summary>
    public static ScannedCode? Find(string[] fields)
    {
        if (fields.Length is not (5 or 6) || fields[3] is not ("0" or "1")) return null;
        if (Date().Match(fields[2]) is not { Success: true } date) return null;

        // The standard writes names without marks: a mark was put there by a keyboard.
        var (paper, name, qid) = (fields[0], fields[1], fields[4]);
        if (name.Any(letter => letter > '\u007F' && char.IsLetter(letter))) return ScannedCode.Of(Garbling.InputMethod);

        var more = fields.Length == 6 ? fields[5].Split('<', StringSplitOptions.TrimEntries) : [];
        if (!Paper().IsMatch(paper) || !CardReader.IsName(name) || !Digits().IsMatch(qid) || !IsDate(date, out var born)
            || !TryReadSex(Part(more, 1), out var sex)) return ScannedCode.Of(Seeming.Damaged);

        return ScannedCode.Of(new ScannedPersonalQr(
            paper,
            CardReader.IsDigits(paper, 12) ? new PersonalId(ulong.Parse(paper, CultureInfo.InvariantCulture)) : null,
            name, born, fields[3] is "0" ? QrDeclarer.Oneself : QrDeclarer.Another, qid, sex, Part(more, 2), Part(more, 3)));
    }

    private static string Part(string[] more, int at) => at < more.Length ? more[at] : "";

    private static bool IsDate(Match date, out PartialDate born) => PartialDate.TryCreate(
        Known(date.Groups["year"]), Known(date.Groups["month"]), Known(date.Groups["day"]), out born);

    // A masked part is unknown.
    private static int Known(Group part) =>
        int.TryParse(part.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static bool TryReadSex(string code, out Sex? sex)
    {
        sex = code switch
        {
            "1" => Sex.Male,
            "2" => Sex.Female,
            _ => null,
        };
        return code is "" or "0" or "1" or "2";
    }

    [GeneratedRegex(
        "^(?<year>[0-9]{4})-(?<month>[0-9]{2}|[*xX]{2})-(?<day>[0-9]{2}|[*xX]{2})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Date();

    [GeneratedRegex("^([A-Za-z0-9]{6}|[*xX]{6})[A-Za-z0-9]{1,14}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Paper();

    [GeneratedRegex("^[0-9]{1,32}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Digits();
}
