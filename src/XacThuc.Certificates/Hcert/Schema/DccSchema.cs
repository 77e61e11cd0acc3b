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

        root.Text("ver"u8, VersionForm(), isNeeded: true);
        if (version < BirthYears) root.Text("dob"u8, WholeDate(), isNeeded: true);
        else root.Text("dob"u8, isOneOnly ? BirthDateOrNone() : BirthDate(), isNeeded: true);
        if (root.Object("nam"u8, isNeeded: true) is { } name) Name(name, version >= EitherName);

        var groups = 0;
        if (root.List("v"u8, isOneOnly, entry => Vaccination(entry, isOneOnly))) groups++;
        if (root.List("t"u8, isOneOnly, entry => Test(entry, version))) groups++;
        if (root.List("r"u8, isOneOnly, Recovery)) groups++;
        if (isOneOnly && groups != 1) root.Add(""u8, SchemaRule.NotOne);
        return check.Faults;
    }

    private static Version VersionOf(CborValue certificate) =>
        certificate.TryGet("ver"u8, out var ver) && ver.Kind == CborKind.Text && Version.TryParse(ver.Bytes, out var version) && version <= Newest ? version : Newest;

    private static void Name(SchemaEntry name, bool isEitherEnough)
    {
        name.Text("fn"u8, isShort: true);
        name.Text("gn"u8, isShort: true);
        name.Text("fnt"u8, PassportName(), isShort: true, isNeeded: !isEitherEnough);
        name.Text("gnt"u8, PassportName(), isShort: true);
        if (isEitherEnough && !name.Has("fnt"u8) && !name.Has("gnt"u8)) name.Add("fnt"u8, SchemaRule.Missing);
    }

    private static void Vaccination(SchemaEntry entry, bool isOneOnly)
    {
        entry.Text("tg"u8, isNeeded: true);
        entry.Text("vp"u8, isNeeded: true);
        entry.Text("mp"u8, isNeeded: true);
        entry.Text("ma"u8, isNeeded: true);
        entry.Number("dn"u8, isOneOnly ? int.MaxValue : 9);
        entry.Number("sd"u8, isOneOnly ? int.MaxValue : 9);
        entry.Date("dt"u8);
        Issued(entry);
    }

    private static void Test(SchemaEntry entry, Version version)
    {
        entry.Text("tg"u8, isNeeded: true);
        entry.Text("tt"u8, isNeeded: true);
        entry.Text("tr"u8, isNeeded: true);
        entry.Text("nm"u8, isShort: version >= OneOnly);
        entry.Text("ma"u8);
        entry.Moment("sc"u8, isNeeded: true);
        if (version <= BirthYears) entry.Moment("dr"u8, isNeeded: false);
        entry.Text("tc"u8, isShort: true, isNeeded: version < OneOnly);
        Issued(entry);
    }

    private static void Recovery(SchemaEntry entry)
    {
        entry.Text("tg"u8, isNeeded: true);
        entry.Date("fr"u8);
        entry.Date("df"u8);
        entry.Date("du"u8);
        Issued(entry);
    }

    private static void Issued(SchemaEntry entry)
    {
        entry.Text("co"u8, Country(), isNeeded: true);
        entry.Text("is"u8, isShort: true, isNeeded: true);
        entry.Text("ci"u8, isShort: true, isNeeded: true);
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
