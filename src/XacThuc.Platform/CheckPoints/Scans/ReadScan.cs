using System.Text.RegularExpressions;
using XacThuc.Platform.CheckPoints.Protection;

namespace XacThuc.Platform.CheckPoints.Scans;

/// <summary>A scan as it was read, not covered yet.</summary>
internal sealed record ReadScan(Guid Id, DateTimeOffset At, ScanWay Way, ScanKind Kind, ScanVerdict Verdict, string Reasons, CoveredPerson Person)
{
    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(ReadScan);
}

/// <summary>Reads what devices send.</summary>
internal static partial class ScanReading
{
    private const int MostReasons = 20;

    // A clock that is ahead is a wrong clock; a day is more than any zone.
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(1);

    private static readonly Dictionary<string, ScanWay> Ways = new(StringComparer.Ordinal) { ["in"] = ScanWay.In, ["out"] = ScanWay.Out, ["look"] = ScanWay.Look };

    private static readonly Dictionary<string, ScanKind> Kinds = new(StringComparer.Ordinal)
    {
        ["hcert"] = ScanKind.Hcert,
        ["smart-health-card"] = ScanKind.SmartHealthCard,
        ["citizen-card"] = ScanKind.CitizenCard,
        ["id-notice"] = ScanKind.IdNotice,
        ["insurance-card"] = ScanKind.InsuranceCard,
        ["personal-qr"] = ScanKind.PersonalQr,
        ["other"] = ScanKind.Other,
    };

    private static readonly Dictionary<string, ScanVerdict> Verdicts = new(StringComparer.Ordinal)
    {
        ["genuine"] = ScanVerdict.Genuine,
        ["rule-not-met"] = ScanVerdict.RuleNotMet,
        ["cannot-know"] = ScanVerdict.CannotKnow,
        ["not-genuine"] = ScanVerdict.NotGenuine,
        ["no-certificate"] = ScanVerdict.NoCertificate,
    };

    /// <summary>Reads one; which of its parts is wrong where it cannot be.</summary>
    public static (ReadScan? Scan, string Wrong) Read(SentScan? sent, DateTimeOffset now)
    {
        if (sent is null || !Guid.TryParse(sent.Id, out var id) || id == Guid.Empty) return (null, "id");
        if (sent.At is not { } at || at.Year < 2020 || at - now > Ahead) return (null, "at");
        if (sent.Way is null || !Ways.TryGetValue(sent.Way, out var way)) return (null, "way");
        if (sent.Kind is null || !Kinds.TryGetValue(sent.Kind, out var kind)) return (null, "kind");
        if (sent.Verdict is null || !Verdicts.TryGetValue(sent.Verdict, out var verdict)) return (null, "verdict");
        var reasons = sent.Reasons ?? [];
        if (reasons.Count > MostReasons || reasons.Any(reason => reason is null || !Reason().IsMatch(reason))) return (null, "reasons");
        if (Person(sent.Person) is not { } person) return (null, "person");

        // Who shows what is not genuine is not whom it names: nobody is kept.
        if (verdict == ScanVerdict.NotGenuine) person = Nobody;
        return (new ReadScan(id, at > now ? now : at.ToUniversalTime(), way, kind, verdict, string.Join(',', reasons.Distinct(StringComparer.Ordinal)), person), "");
    }

    private static CoveredPerson Nobody { get; } = new("", "", "", "", "");

    private static CoveredPerson? Person(SentPerson? sent)
    {
        if (sent is null) return Nobody;
        var (name, born, paper, qid, certificate) = (Trim(sent.Name), Trim(sent.Born), Trim(sent.Paper), Trim(sent.Qid), Trim(sent.Certificate));
        return name.Length <= 200 && Born().IsMatch(born) && Paper().IsMatch(paper) && Qid().IsMatch(qid) && certificate.Length <= 120
            ? new CoveredPerson(name, born, paper, qid, certificate) : null;
    }

    private static string Trim(string? value) => (value ?? "").Trim();

    [GeneratedRegex("^[a-z][a-z0-9-]{0,59}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reason();

    [GeneratedRegex("^([0-9]{4}(-[0-9*xX]{2}(-[0-9*xX]{2})?)?)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Born();

    [GeneratedRegex("^[A-Za-z0-9*]{0,20}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Paper();

    [GeneratedRegex("^[0-9]{0,32}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Qid();
}
