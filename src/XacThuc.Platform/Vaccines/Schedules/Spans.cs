using XacThuc.Platform.Vaccines.Rules;

namespace XacThuc.Platform.Vaccines.Schedules;

/// <summary>Days, both included, in which nothing changes for a product.</summary>
internal readonly record struct Span(DateOnly First, DateOnly Last);

internal static class Spans
{
    /// <summary>The life of a product, cut where something that it is given by begins or has ended.</summary>
    public static Span[] Of(Product product, Disease disease, params IEnumerable<ScheduleRule> rules)
    {
        var last = product.To ?? DateOnly.MaxValue;
        var changes = product.Ages.Concat<ITerm>(product.Intervals)
            .Concat(disease.Mixing.Where(term => term.Then.Contains(product.Code)))
            .Concat(disease.Further.SelectMany(dose => dose.Terms)).Concat(rules)
            .SelectMany(term => new[] { term.From, term.To?.AddDays(1) }).OfType<DateOnly>();
        var within = changes.Where(day => day > product.From && day <= last);
        DateOnly[] starts = [.. within.Append(product.From).Distinct().Order()];

        return [.. starts.Select((first, i) => new Span(first, i + 1 < starts.Length ? starts[i + 1].AddDays(-1) : last))];
    }
}
