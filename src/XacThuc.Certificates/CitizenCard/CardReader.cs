using System.Text;
using XacThuc.Matching;
using XacThuc.Matching.Reading;

namespace XacThuc.Certificates.CitizenCard;

/// <summary>
/// Reads <c>CCCD|CMND|Họ tên|ddMMyyyy|Giới tính|Nơi thường trú|ddMMyyyy</c>; CMND may be empty or left out together with its
/// separator.
/// </summary>
internal static class CardReader
{
    /// <summary>The card, what spoilt it, or <see langword="null"/> for anything that has not the form of one.</summary>
    public static ScannedCode? Find(string[] fields)
    {
        if (fields.Length is not (6 or 7) || !IsDigits(fields[0], 12)) return null;
        if (fields.Length == 7) return Read(fields[0], fields[1], fields.AsSpan(2));
        return Read(fields[0], "", fields.AsSpan(1));
    }

    public static bool IsDigits(ReadOnlySpan<char> text, int length) =>
        text.Length == length && !text.ContainsAnyExceptInRange('0', '9');

    /// <summary>Reads <c>ddMMyyyy</c>, <c>MMyyyy</c> or <c>yyyy</c>; a day or month of zeros is unknown.</summary>
    public static bool TryReadDate(ReadOnlySpan<char> digits, out PartialDate date)
    {
        date = default;
        if (digits.Length is not (4 or 6 or 8) || digits.ContainsAnyExceptInRange('0', '9')) return false;
        var month = digits.Length > 4 ? Number(digits[^6..^4]) : 0;
        var day = digits.Length > 6 ? Number(digits[..2]) : 0;
        return PartialDate.TryCreate(Number(digits[^4..]), month, day, out date);
    }

    /// <summary>Whether a text can be a name: words of letters, with the few signs that names have.</summary>
    public static bool IsName(string text) =>
        NameText.Read(text, out _) == FieldVerdict.NotCompared && text.All(sign =>
            char.IsLetter(sign) || sign is ' ' or '\'' or '’' or '-' or '.' or (>= '\u0300' and <= '\u036F'));

    public static bool TryReadSex(string text, out Sex sex)
    {
        var isRead = FieldReading.Sex(Encoding.UTF8.GetBytes(text), out var read) == FieldVerdict.NotCompared;
        sex = read.GetValueOrDefault();
        return isRead;
    }

    private static ScannedCode Read(string number, string old, Span<string> rest)
    {
        var (name, born, sex, residence, issued) = (rest[0], rest[1], rest[2], rest[3], rest[4]);
        if (KeyTraces.FindIn(name, sex, residence) is { } garbling) return ScannedCode.Of(garbling);

        // Before the chip there were cards of twelve digits: then the old number is the number.
        var isOldRight = old.Length == 0 || IsDigits(old, 9) || IsDigits(old, 12);
        if (!isOldRight || !IsName(name) || residence.Length == 0 || !TryReadSex(sex, out var readSex)
            || !TryReadDate(born, out var readBorn) || !TryReadDate(issued, out var readIssued) || !readIssued.IsFull
            || readBorn.Packed > readIssued.Packed) return ScannedCode.Of(Seeming.Damaged);

        return ScannedCode.Of(new ScannedCard(
            new PersonalId(Digits(number)), old.Length == 9 ? new OldId((uint)Digits(old)) : null, name, readBorn, readSex,
            residence, new DateOnly(readIssued.Year, readIssued.Month, readIssued.Day)));
    }

    private static ulong Digits(string digits) => ulong.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);

    private static int Number(ReadOnlySpan<char> digits) =>
        int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
}
