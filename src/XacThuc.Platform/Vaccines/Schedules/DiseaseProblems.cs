namespace XacThuc.Platform.Vaccines.Schedules;

/// <summary>What contradicts itself in the data of a disease, one sentence each.</summary>
internal static class DiseaseProblems
{
    public static IEnumerable<string> Of(Disease disease)
    {
        var known = disease.Products.Select(product => product.Code).ToHashSet();
        var named = disease.Mixing.SelectMany(term => term.First.Concat(term.Then))
            .Concat(disease.Further.SelectMany(dose => dose.Terms).SelectMany(term => term.Products));

        return named.Where(code => !known.Contains(code)).Distinct().Select(code => $"no product {code}")
            .Concat(disease.Products.SelectMany(product => OfProduct(disease, product)))
            .Concat(AgesOf(disease).Where(age => age.Days > 0)
                .Select(age => $"an age of {age.Days} days: months or years are asked"));
    }

    /// <summary>Codes that two diseases or products share.</summary>
    public static IEnumerable<string> Between(IReadOnlyList<Disease> diseases) =>
        diseases.Select(disease => disease.Code)
            .Concat(diseases.SelectMany(disease => disease.Products).Select(product => product.Code.ToString()))
            .CountBy(code => code, StringComparer.Ordinal)
            .Where(code => code.Value > 1).Select(code => $"{code.Key} is there {code.Value} times")
            .Concat(diseases.SelectMany(disease => disease.Products).Where(product => product.Written is not null)
                .SelectMany(product => WrittenProducts.NamesOf(product)).CountBy(name => name, StringComparer.Ordinal)
                .Where(name => name.Value > 1).Select(name => $"two products are called {name.Key}"));

    private static IEnumerable<Interval> AgesOf(Disease disease) => disease.Products.SelectMany(product => product.Ages)
        .SelectMany(ages => new[] { ages.Least, ages.Below }).OfType<Interval>()
        .Concat(disease.Further.SelectMany(dose => dose.Terms).Select(term => term.Least));

    // On each day of a product's life somebody of some age may get it, and each dose has its interval.
    private static IEnumerable<string> OfProduct(Disease disease, Product product)
    {
        foreach (var span in Spans.Of(product, disease))
        {
            if (product.Ages.FindOn(span.First) is null) yield return $"{product.Code} has no age on {span.First:O}";
            for (var dose = 2; dose <= product.Doses; dose++)
            {
                if (product.FindInterval(dose, span.First) is null)
                {
                    yield return $"{product.Code} has no interval before dose {dose} on {span.First:O}";
                }
            }
        }
    }
}
