using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using XacThuc.Platform.Vaccines.Rules;
using XacThuc.Platform.Vaccines.Schedules;

namespace XacThuc.Platform.Vaccines;

/// <summary>
/// The vaccines and the rules of giving them, read once. Everything about them is data: another vaccine is a file more in
/// <c>Data/Diseases</c>.
/// </summary>
internal sealed class VaccineCatalogue
{
    private const string DiseaseFiles = "vaccines/diseases/";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters =
        {
            new WrittenAsText<ProductCode>(), new WrittenAsText<ConditionCode>(), new WrittenAsText<Interval>(),
            new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false), new WrittenInLogic(),
        },
    };

    private readonly IReadOnlyList<ScheduleRule> _rules;
    private readonly FrozenDictionary<ProductCode, (Product Product, Schedule Schedule)> _products;
    private readonly WrittenProducts _written;

    private VaccineCatalogue(IReadOnlyList<ScheduleRule> rules, IReadOnlyList<Disease> diseases)
    {
        List<string> problems = [.. diseases.SelectMany(DiseaseProblems.Of), .. DiseaseProblems.Between(diseases)];
        if (problems.Count > 0) throw new InvalidDataException(string.Join('\n', problems));

        _rules = rules;
        Schedules = [.. diseases.Select(disease => new Schedule(disease, [.. rules, .. disease.Rules]))];
        Products = [.. diseases.SelectMany(disease => disease.Products)];
        _products = Schedules.SelectMany(schedule => schedule.Disease.Products.Select(product => (product, schedule)))
            .ToFrozenDictionary(known => known.product.Code);
        _written = new WrittenProducts(Products);
    }

    /// <summary>What this version of the software knows.</summary>
    public static VaccineCatalogue Standard { get; } = ReadStandard();

    /// <summary>All products, disease by disease, in the order of the data.</summary>
    public IReadOnlyList<Product> Products { get; }

    /// <summary>The schedule of each disease.</summary>
    public IReadOnlyList<Schedule> Schedules { get; }

    /// <summary>How a product is called; its code where this version does not know it any more.</summary>
    public static string NameOf(string code) =>
        ProductCode.TryParse(code, null, out var read) && Standard.Find(read) is { } product ? product.Name : code;

    public Product? Find(ProductCode code) => _products.TryGetValue(code, out var known) ? known.Product : null;

    /// <summary>The product that somebody means who writes "AZ" or "vắc xin Pfizer"; none where it may be two.</summary>
    public Product? FindWritten(string written) => _written.Find(written);

    /// <summary>The schedule that a product belongs to.</summary>
    public Schedule? FindSchedule(ProductCode code) => _products.TryGetValue(code, out var known) ? known.Schedule : null;

    /// <summary>The schedule against a disease, by its code in certificates (SNOMED CT).</summary>
    public Schedule? FindSchedule(string disease) =>
        Schedules.FirstOrDefault(schedule => string.Equals(schedule.Disease.Code, disease, StringComparison.Ordinal));

    /// <summary>This catalogue and a disease more, which is written as those of <c>Data/Diseases</c> are.</summary>
    /// <exception cref="JsonException">The text has not the form of a disease.</exception>
    /// <exception cref="InvalidDataException">It contradicts itself, or a code is taken.</exception>
    public VaccineCatalogue With(Stream disease) =>
        new(_rules, [.. Schedules.Select(schedule => schedule.Disease), Read<Disease>(disease)]);

    private static VaccineCatalogue ReadStandard()
    {
        var files = typeof(VaccineCatalogue).Assembly.GetManifestResourceNames();
        return new VaccineCatalogue(
            Read<IReadOnlyList<ScheduleRule>>(Open("vaccines/rules.json")),
            [.. files.Where(name => name.StartsWith(DiseaseFiles, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal).Select(name => Read<Disease>(Open(name)))]);
    }

    private static Stream Open(string name) => typeof(VaccineCatalogue).Assembly.GetManifestResourceStream(name)!;

    private static T Read<T>(Stream json)
    {
        using (json) return JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException("The file says null.");
    }
}
