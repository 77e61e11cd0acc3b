using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace XacThuc.Certificates.Hcert.Schema;

/// <summary>One check: what was found wrong, and how long a short text may be.</summary>
internal sealed class SchemaCheck(int mostSigns)
{
    public List<SchemaFault> Faults { get; } = [];

    public int MostSigns => mostSigns;

    public SchemaEntry Of(string at, JsonElement value) => new(this, at, value);
}

/// <summary>A named group of values in a certificate, asked one by one.</summary>
internal sealed class SchemaEntry(SchemaCheck check, string at, JsonElement value)
{
    public bool Has(string name) => value.TryGetProperty(name, out _);

    public void Add(string name, SchemaRule rule) => check.Faults.Add(new SchemaFault(Place(name), rule));

    public void Text(string name, Regex? form = null, bool isShort = false, bool isNeeded = false)
    {
        if (Find(name, isNeeded) is not { } found) return;
        if (found.ValueKind != JsonValueKind.String)
        {
            Add(name, SchemaRule.Kind);
            return;
        }

        var text = found.GetString()!;
        if (isShort && text.Length > check.MostSigns && text.EnumerateRunes().Count() > check.MostSigns) Add(name, SchemaRule.TooLong);
        else if (form is not null && !form.IsMatch(text)) Add(name, SchemaRule.Form);
    }

    public void Number(string name, int most)
    {
        if (Find(name, isNeeded: true) is not { } found) return;
        if (found.ValueKind != JsonValueKind.Number || found.GetDouble() is var number && number != Math.Floor(number)) Add(name, SchemaRule.Kind);
        else if (number < 1 || number > most) Add(name, SchemaRule.Range);
    }

    /// <summary>A whole date; issuers write a time behind it, which says nothing more.</summary>
    public void Date(string name)
    {
        if (Word(name, isNeeded: true) is { } text && !(text.Length >= 10 && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)))
            Add(name, SchemaRule.NotATime);
    }

    public void Moment(string name, bool isNeeded)
    {
        if (Word(name, isNeeded) is { } text && !(text.Length > 10 && text[10] is 'T' or 't' or ' ' && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _)))
            Add(name, SchemaRule.NotATime);
    }

    public SchemaEntry? Object(string name, bool isNeeded)
    {
        if (Find(name, isNeeded) is not { } found) return null;
        if (found.ValueKind == JsonValueKind.Object) return check.Of(Place(name), found);
        Add(name, SchemaRule.Kind);
        return null;
    }

    public void List(string name, bool isOneOnly, Action<SchemaEntry> each)
    {
        if (Find(name, isNeeded: false) is not { } found) return;
        if (found.ValueKind != JsonValueKind.Array)
        {
            Add(name, SchemaRule.Kind);
            return;
        }

        var length = found.GetArrayLength();
        if (length == 0 || (isOneOnly && length > 1)) Add(name, SchemaRule.NotOne);
        for (var i = 0; i < length; i++)
        {
            var nth = $"{name}/{i.ToString(CultureInfo.InvariantCulture)}";
            if (found[i].ValueKind == JsonValueKind.Object) each(check.Of(Place(nth), found[i]));
            else Add(nth, SchemaRule.Kind);
        }
    }

    private string? Word(string name, bool isNeeded)
    {
        if (Find(name, isNeeded) is not { } found) return null;
        if (found.ValueKind == JsonValueKind.String) return found.GetString();
        Add(name, SchemaRule.Kind);
        return null;
    }

    private JsonElement? Find(string name, bool isNeeded)
    {
        if (value.TryGetProperty(name, out var found)) return found;
        if (isNeeded) Add(name, SchemaRule.Missing);
        return null;
    }

    private string Place(string name) => name.Length == 0 ? at : at.Length == 0 ? name : $"{at}/{name}";
}
