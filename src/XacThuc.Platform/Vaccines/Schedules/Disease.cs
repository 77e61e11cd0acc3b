using XacThuc.Matching.Texts;
using XacThuc.Platform.Vaccines.Rules;

namespace XacThuc.Platform.Vaccines.Schedules;

/// <summary>
/// A disease, by its SNOMED CT code, and all that is known of vaccinating against it: one file of <c>Data/Diseases</c>. The
/// doses after the primary series stand in their order; its rules come beside those of all diseases.
/// </summary>
internal sealed record Disease(
    string Code, Bilingual Name, IReadOnlyList<Product> Products, IReadOnlyList<MixingTerm> Mixing,
    IReadOnlyList<FurtherDose> Further, IReadOnlyList<ScheduleRule> Rules);

/// <summary>In the primary series a product of the second list may follow one of the first.</summary>
internal sealed record MixingTerm(
    IReadOnlyList<ProductCode> First, IReadOnlyList<ProductCode> Then, Spacing After, bool NeedsConsent, string Source,
    DateOnly? From = null, DateOnly? To = null) : ITerm
{
    public bool Covers(ProductCode first, ProductCode then) => First.Contains(first) && Then.Contains(then);
}

/// <summary>A dose after the primary series, for everybody or for people in one of these conditions.</summary>
internal sealed record FurtherDose(DoseRole Role, IReadOnlyList<ConditionCode> For, IReadOnlyList<FurtherTerm> Terms)
{
    public bool IsFor(Vaccinee vaccinee) => For.Count == 0 || vaccinee.HasAny(For);
}

/// <summary>How such a dose is given, with these products or the one of the dose before.</summary>
internal sealed record FurtherTerm(
    Spacing After, Interval Least, IReadOnlyList<ProductCode> Products, string Source, DateOnly? From = null,
    DateOnly? To = null) : ITerm;
