using XacThuc.Matching.Reading;
using XacThuc.Web.Tables;

namespace XacThuc.Register.Cases.Inbox;

/// <summary>What of the inbox somebody wants to see; also the query of its address.</summary>
public sealed record CaseFilter
{
    /// <summary>All reason codes of the cases, joined.</summary>
    public string? Reason { get; init; }

    /// <summary>A commune of residence.</summary>
    public string? Commune { get; init; }

    /// <summary>A hamlet.</summary>
    public string? Hamlet { get; init; }

    /// <summary>A part of a name, without marks.</summary>
    public string? Q { get; init; }

    /// <summary>Whether it asks for what no count is kept of.</summary>
    public bool IsNarrow => !string.IsNullOrEmpty(Hamlet) || HasName;

    /// <summary>Whether a name is sought.</summary>
    public bool HasName => !string.IsNullOrWhiteSpace(Q);

    /// <summary>Whether cases of a reason are asked for.</summary>
    public bool IsOf(string reason) => string.IsNullOrEmpty(Reason) || reason.Equals(Reason, StringComparison.Ordinal);

    /// <summary>The same as a query, behind a question mark; empty where nothing is asked.</summary>
    public string Query
    {
        get
        {
            (string Name, string? Value)[] parts = [("reason", Reason), ("commune", Commune), ("hamlet", Hamlet), ("q", Q)];
            var query = string.Join('&', parts.Where(part => !string.IsNullOrEmpty(part.Value))
                .Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}"));
            return query.Length == 0 ? "" : "?" + query;
        }
    }

    /// <summary>The open cases asked for, among those in reach.</summary>
    public IQueryable<Case> Of(IQueryable<Case> cases)
    {
        cases = cases.Where(one => one.State == CaseState.Open);
        if (!string.IsNullOrEmpty(Reason)) cases = cases.Where(one => one.ReasonKey == Reason);
        if (!string.IsNullOrEmpty(Commune)) cases = cases.Where(one => one.CommuneCode == Commune);
        if (!string.IsNullOrEmpty(Hamlet)) cases = cases.Where(one => one.Hamlet == Hamlet);
        var name = string.IsNullOrWhiteSpace(Q) ? "" : NameText.SearchOf(Q);
        return name.Length == 0 ? cases : cases.Holding(one => one.NameSearch, name);
    }

    /// <summary>The counts of the open cases asked for, where counts are kept of them.</summary>
    public IQueryable<CaseCount> Of(IQueryable<CaseCount> counts)
    {
        counts = counts.Where(one => one.State == CaseState.Open);
        if (!string.IsNullOrEmpty(Reason)) counts = counts.Where(one => one.ReasonKey == Reason);
        return string.IsNullOrEmpty(Commune) ? counts : counts.Where(one => one.CommuneCode == Commune);
    }

    /// <summary>Nothing of what is sought.</summary>
    public override string ToString() => nameof(CaseFilter);
}
