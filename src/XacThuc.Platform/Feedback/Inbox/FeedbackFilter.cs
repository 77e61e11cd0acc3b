using XacThuc.Matching.Reading;
using XacThuc.Web.Accounts;
using XacThuc.Web.Tables;

namespace XacThuc.Platform.Feedback.Inbox;

/// <summary>What of the inbox somebody wants to see; also the query of its address.</summary>
public sealed record FeedbackFilter
{
    /// <summary>Cases that are over.</summary>
    public const string Over = "over";

    /// <summary>Cases that wait for the citizen.</summary>
    public const string WaitsForCitizen = "citizen";

    /// <summary>Cases that the police look into.</summary>
    public const string WithPolice = "police";

    /// <summary>A kind.</summary>
    public FeedbackKind? Kind { get; init; }

    /// <summary>Which cases: those that are owed, or another of the names above.</summary>
    public string? Which { get; init; }

    /// <summary>A unit, for the district.</summary>
    public long? Unit { get; init; }

    /// <summary>A part of a name, without marks.</summary>
    public string? Q { get; init; }

    /// <summary>The same as a query, behind a question mark; empty where nothing is asked.</summary>
    public string Query
    {
        get
        {
            (string Name, string? Value)[] parts = [("kind", Kind?.ToString().ToLowerInvariant()), ("which", Which), ("unit", Unit?.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("q", Q)];
            var query = string.Join('&', parts.Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}"));
            return query.Length == 0 ? "" : "?" + query;
        }
    }

    /// <summary>The cases asked for.</summary>
    internal IQueryable<FeedbackCase> Of(PlatformDb db, SignedIn me)
    {
        var cases = Unit is { } unit ? db.CasesOf(me).Where(one => one.UnitId == unit) : db.WorkOf(me);
        cases = Which switch
        {
            Over => cases.Where(one => one.State == FeedbackState.Accepted || one.State == FeedbackState.Refused || one.State == FeedbackState.AnsweredTogether),
            WithPolice => cases.Where(one => one.State == FeedbackState.WithPolice),
            WaitsForCitizen => cases.Where(one => one.State == FeedbackState.Asked || one.State == FeedbackState.Proposed),
            _ => cases.Where(one => one.State == FeedbackState.Open || one.State == FeedbackState.PutOff),
        };
        if (Kind is { } kind) cases = cases.Where(one => one.Kind == kind);
        var name = string.IsNullOrWhiteSpace(Q) ? "" : NameText.SearchOf(Q);
        return name.Length == 0 ? cases : cases.Holding(one => one.NameSearch, name);
    }

    /// <summary>Nothing of what is sought.</summary>
    public override string ToString() => nameof(FeedbackFilter);
}
