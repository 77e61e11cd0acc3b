using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using XacThuc.Certificates.Hcert.Content;

namespace XacThuc.Certificates.Hcert.Schema;

/// <summary>One check: what was found wrong, and how long a short text may be.</summary>
internal sealed class SchemaCheck(int mostSigns)
{
    private List<SchemaFault>? _faults;

    public IReadOnlyList<SchemaFault> Faults => _faults ?? (IReadOnlyList<SchemaFault>)[];

    public int MostSigns => mostSigns;

    public void Add(string at, SchemaRule rule) => (_faults ??= []).Add(new SchemaFault(at, rule));

    public SchemaEntry Of(CborValue value, string group = "", int? nth = null) => new(this, value, group, nth);
}

/// <summary>A named group of values in a certificate, asked one by one.</summary>
internal readonly struct SchemaEntry(SchemaCheck check, CborValue value, string group, int? nth)
{
    private const int MostOnStack = 128;
    private const int DateLength = 10;

    public bool Has(ReadOnlySpan<byte> name) => Find(name, isNeeded: false) is not null;

    public void Add(ReadOnlySpan<byte> name, SchemaRule rule) => check.Add(Place(name), rule);

    public void Text(ReadOnlySpan<byte> name, Regex? form = null, bool isShort = false, bool isNeeded = false)
    {
        if (Find(name, isNeeded) is not { } found) return;
        if (found.Kind != CborKind.Text) Add(name, SchemaRule.Kind);
        else if (isShort && found.Bytes.Length > check.MostSigns && CountRunes(found.Bytes) > check.MostSigns) Add(name, SchemaRule.TooLong);
        else if (form is not null && !IsOf(form, found.Bytes)) Add(name, SchemaRule.Form);
    }

    public void Number(ReadOnlySpan<byte> name, int most)
    {
        if (Find(name, isNeeded: true) is not { } found) return;
        if (found.Kind is not (CborKind.Unsigned or CborKind.Negative or CborKind.Float) || found.Number is var number && number != Math.Floor(number)) Add(name, SchemaRule.Kind);
        else if (number < 1 || number > most) Add(name, SchemaRule.Range);
    }

    /// <summary>A whole date; issuers write a time behind it, which says nothing more.</summary>
    public void Date(ReadOnlySpan<byte> name)
    {
        if (Find(name, isNeeded: true) is not { } found) return;
        if (found.Kind != CborKind.Text) Add(name, SchemaRule.Kind);
        else if (!IsDate(found.Bytes)) Add(name, SchemaRule.NotATime);
    }

    public void Moment(ReadOnlySpan<byte> name, bool isNeeded)
    {
        if (Word(name, isNeeded) is { } text && !(text.Length > 10 && text[10] is 'T' or 't' or ' ' && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _)))
            Add(name, SchemaRule.NotATime);
    }

    public SchemaEntry? Object(ReadOnlySpan<byte> name, bool isNeeded)
    {
        if (Find(name, isNeeded) is not { } found) return null;
        if (found.Kind == CborKind.Map) return check.Of(found, Encoding.UTF8.GetString(name));
        Add(name, SchemaRule.Kind);
        return null;
    }

    /// <summary>Asks each entry of a list; whether something is there at all.</summary>
    public bool List(ReadOnlySpan<byte> name, bool isOneOnly, Action<SchemaEntry> each)
    {
        if (Find(name, isNeeded: false) is not { } found) return false;
        if (found.Kind != CborKind.List)
        {
            Add(name, SchemaRule.Kind);
            return true;
        }

        var length = found.Count();
        if (length == 0 || (isOneOnly && length > 1)) Add(name, SchemaRule.NotOne);
        var (at, own) = (0, Encoding.UTF8.GetString(name));
        foreach (var part in found.Within)
        {
            var entry = check.Of(part, own, at++);
            if (part.Kind == CborKind.Map) each(entry);
            else entry.Add(""u8, SchemaRule.Kind);
        }

        return true;
    }

    private static bool IsDate(ReadOnlySpan<byte> text)
    {
        Span<char> signs = stackalloc char[DateLength];
        return text.Length >= DateLength && Ascii.ToUtf16(text[..DateLength], signs, out _) == OperationStatus.Done
            && DateOnly.TryParseExact(signs, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
    }

    private static bool IsOf(Regex form, ReadOnlySpan<byte> text)
    {
        Span<char> signs = text.Length <= MostOnStack ? stackalloc char[MostOnStack] : new char[text.Length];
        return form.IsMatch(signs[..Encoding.UTF8.GetChars(text, signs)]);
    }

    private static int CountRunes(ReadOnlySpan<byte> text)
    {
        var count = 0;
        for (; text.Length > 0 && Rune.DecodeFromUtf8(text, out _, out var length) == OperationStatus.Done; count++) text = text[length..];
        return count;
    }

    private string? Word(ReadOnlySpan<byte> name, bool isNeeded)
    {
        if (Find(name, isNeeded) is not { } found) return null;
        if (found.Kind == CborKind.Text) return Encoding.UTF8.GetString(found.Bytes);
        Add(name, SchemaRule.Kind);
        return null;
    }

    private CborValue? Find(ReadOnlySpan<byte> name, bool isNeeded)
    {
        if (value.TryGet(name, out var found)) return found;
        if (isNeeded) Add(name, SchemaRule.Missing);
        return null;
    }

    private string Place(ReadOnlySpan<byte> name)
    {
        var at = nth is { } place ? string.Create(CultureInfo.InvariantCulture, $"{group}/{place}") : group;
        return name.Length == 0 ? at : $"{at}{(at.Length == 0 ? "" : "/")}{Encoding.UTF8.GetString(name)}";
    }
}
