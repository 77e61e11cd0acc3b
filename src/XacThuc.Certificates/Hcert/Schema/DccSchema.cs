using System.Text.Json;
using System.Text.RegularExpressions;
using XacThuc.Certificates.Hcert.Content;

namespace XacThuc.Certificates.Hcert.Schema;

/// <summary>
/// Whether a certificate is as the EU DCC schema of the version that it names says (ehn-dcc-schema 1.0.0 to 1.3.3). Codes are not looked up here:
/// value sets change, schemas do not.
/// </summary>
public static partial class DccSchema
{
    private static readonly Version BirthYears = new(1, 1, 0);
    private static readonly Version OneOnly = new(1, 3, 0);
    private static readonly Version EitherName = new(1, 3, 2);
    private static readonly Version Newest = new(1, 3, 3);

    /// <summary>What is not as it says; nothing where it is sound. A version that is not known is read as the newest.</summary>
    public static IReadOnlyList<SchemaFault> Check(JsonElement certificate) => Check(CborJson.Read(certificate));

    /// <summary>The same of a certificate that was read.</summary>
    public static IReadOnlyList<SchemaFault> Check(HcertClaims claims) => Check(claims.Content);

    private static IReadOnlyList<SchemaFault> Check(CborValue certificate)
    {
        if (certificate.Kind != CborKind.Map) return [new SchemaFault("", SchemaRule.Kind)];
        var version = VersionOf(certificate);
        var isOneOnly = version >= OneOnly;
        var check = new SchemaCheck(isOneOnly ? 80 : 50);
        var root = check.Of(certificate);

        root.Text("ver", VersionForm(), isNeeded: true);
        if (version < BirthYears) root.Text("dob", WholeDate(), isNeeded: true);
        else root.Text("dob", isOneOnly ? BirthDateOrNone() : BirthDate(), isNeeded: true);
        if (root.Object("nam", isNeeded: true) is { } name) Name(name, version >= EitherName);

        var groups = 0;
        if (root.List("v", isOneOnly, entry => Vaccination(entry, isOneOnly))) groups++;
        if (root.List("t", isOneOnly, entry => Test(entry, version))) groups++;
        if (root.List("r", isOneOnly, Recovery)) groups++;
        if (isOneOnly && groups != 1) root.Add("", SchemaRule.NotOne);
        return check.Faults;
    }

    private static Version VersionOf(CborValue certificate) =>
        Version.TryParse(certificate.FindText("ver"u8), out var version) && version <= Newest ? version : Newest;

    private static void Name(SchemaEntry name, bool isEitherEnough)
    {
        name.Text("fn", isShort: true);
        name.Text("gn", isShort: true);
        name.Text("fnt", PassportName(), isShort: true, isNeeded: !isEitherEnough);
        name.Text("gnt", PassportName(), isShort: true);
        if (isEitherEnough && !name.Has("fnt") && !name.Has("gnt")) name.Add("fnt", SchemaRule.Missing);
    }

    private static void Vaccination(SchemaEntry entry, bool isOneOnly)
    {
        foreach (var code in (ReadOnlySpan<string>)["tg", "vp", "mp", "ma"]) entry.Text(code, isNeeded: true);
        foreach (var dose in (ReadOnlySpan<string>)["dn", "sd"]) entry.Number(dose, isOneOnly ? int.MaxValue : 9);
        entry.Date("dt");
        Issued(entry);
    }

    private static void Test(SchemaEntry entry, Version version)
    {
        foreach (var code in (ReadOnlySpan<string>)["tg", "tt", "tr"]) entry.Text(code, isNeeded: true);
        entry.Text("nm", isShort: version >= OneOnly);
        entry.Text("ma");
        entry.Moment("sc", isNeeded: true);
        if (version <= BirthYears) entry.Moment("dr", isNeeded: false);
        entry.Text("tc", isShort: true, isNeeded: version < OneOnly);
        Issued(entry);
    }

    private static void Recovery(SchemaEntry entry)
    {
        entry.Text("tg", isNeeded: true);
        foreach (var date in (ReadOnlySpan<string>)["fr", "df", "du"]) entry.Date(date);
        Issued(entry);
    }

    private static void Issued(SchemaEntry entry)
    {
        entry.Text("co", Country(), isNeeded: true);
        entry.Text("is", isShort: true, isNeeded: true);
        entry.Text("ci", isShort: true, isNeeded: true);
    }

    [GeneratedRegex(@"^[0-9]+.[0-9]+.[0-9]+\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex VersionForm();

    [GeneratedRegex("(19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex WholeDate();

    [GeneratedRegex(@"^(19|20)[0-9][0-9](-[0-9][0-9]){0,2}\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex BirthDate();

    [GeneratedRegex(@"^((19|20)[0-9][0-9](-[0-9][0-9]){0,2})?\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex BirthDateOrNone();

    [GeneratedRegex(@"^[A-Z<]*\z", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex PassportName();

    [GeneratedRegex("[A-Z]{1,10}", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex Country();
}
