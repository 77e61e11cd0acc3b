using XacThuc.Platform.Vaccines.Rules;

namespace XacThuc.Platform.Vaccines.Schedules;

/// <summary>How to vaccinate against one disease: its data with all rules that judge it. For any thread.</summary>
internal sealed class Schedule
{
    private readonly Dictionary<ProductCode, Product> _products;
    private readonly Dictionary<ProductCode, Span[]> _spans;
    private readonly Dictionary<(ProductCode Before, ProductCode Then), MixingTerm[]> _mixing;

    public Schedule(Disease disease, IReadOnlyList<ScheduleRule> rules)
    {
        (Disease, Rules) = (disease, [.. rules]);
        _products = disease.Products.ToDictionary(product => product.Code);
        var codes = disease.Products.Select(product => product.Code).ToList();
        _mixing = codes.SelectMany(before => codes.Select(then => (before, then))).ToDictionary(
            pair => pair, pair => disease.Mixing.Where(term => term.Covers(pair.before, pair.then)).ToArray());
        _spans = disease.Products.ToDictionary(product => product.Code, product => Spans.Of(product, disease, rules));
    }

    public Disease Disease { get; }

    /// <summary>Those of all diseases, then this one's, in the order of the data: the order of findings.</summary>
    public ScheduleRule[] Rules { get; }

    /// <summary>The times in which nothing changes for a product of this disease, in their order.</summary>
    public Span[] SpansOf(Product product) => _spans[product.Code];

    /// <summary>The product of this disease.</summary>
    /// <exception cref="ArgumentException">It is against another disease.</exception>
    public Product GetProduct(ProductCode code) => _products.TryGetValue(code, out var product)
        ? product
        : throw new ArgumentException($"No product {code} against {Disease.Code}.", nameof(code));

    /// <summary>Of all doses of a person, those against this disease.</summary>
    public Series SeriesOf(IReadOnlyList<DoseGiven> given) => new(given.Where(dose => _products.ContainsKey(dose.Product)));

    /// <summary>How many doses complete the primary series that was begun, where all of them were given; none where one is missing.</summary>
    public int? FindComplete(Series series)
    {
        if (series.First is not { } first) return null;
        var primary = GetProduct(first.Product).Doses;
        for (var number = 1; number <= primary; number++)
            if (!series.Has(number)) return null;
        return primary;
    }

    public Turn TurnOf(Vaccinee vaccinee, Series series, Product product, int number)
    {
        var before = series.FindBefore(number);
        return new Turn(vaccinee, product, number)
        {
            Before = before,
            Primary = (series.First is { } first ? GetProduct(first.Product) : product).Doses,
            Mixing = before is { } dose ? _mixing[(dose.Product, product.Code)] : [],
        };
    }

    /// <summary>What is asked of a dose on a day.</summary>
    public Requirement RequirementOf(in Turn turn, DateOnly day)
    {
        var (product, number) = (turn.Product, turn.Number);
        var ages = product.Ages.FindOn(day);
        var requirement = new Requirement
        {
            Most = turn.Primary,
            Least = ages?.Least ?? default,
            Below = ages?.Below,
            Mixes = turn.Mixes,
        };

        if (number > turn.Primary) return RequirementAfterPrimary(requirement, turn, day);
        if (!requirement.Mixes)
        {
            return requirement with
            {
                Role = DoseRole.Primary,
                After = product.FindInterval(number, day),
                MayFollow = number <= product.Doses,
            };
        }

        var mixing = turn.Mixing.FindOn(day);
        return requirement with
        {
            Role = DoseRole.Primary,
            After = mixing?.After ?? product.FindInterval(number, day),
            MayFollow = mixing is not null,
            NeedsConsent = mixing is { NeedsConsent: true },
        };
    }

    // Of the further doses that are for this person and in force on the day, the one whose turn it is.
    private Requirement RequirementAfterPrimary(Requirement ofProduct, in Turn turn, DateOnly day)
    {
        var requirement = ofProduct;
        var inForce = 0;
        foreach (var dose in Disease.Further)
        {
            if (!dose.IsFor(turn.Vaccinee) || dose.Terms.FindOn(day) is not { } term) continue;
            if (++inForce != turn.Number - turn.Primary) continue;

            requirement = ofProduct with
            {
                Role = dose.Role,
                After = term.After,
                Least = Later(ofProduct.Least, term.Least),
                MayFollow = !ofProduct.Mixes || term.Products.Contains(turn.Product.Code),
            };
        }

        return requirement with { Most = ofProduct.Most + inForce };
    }

    private static Interval Later(Interval one, Interval other) => one.Months > other.Months ? one : other;
}
