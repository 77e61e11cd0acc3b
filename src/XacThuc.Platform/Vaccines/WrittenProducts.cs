using XacThuc.Tables.Headings;

namespace XacThuc.Platform.Vaccines;

/// <summary>
/// Finds the product that people mean: "AZ", "Vắc xin Pfizer", "Vero Cell (Sinopharm)". What names two products, or none,
/// names none.
/// </summary>
internal sealed class WrittenProducts
{
    // Shorter names stand within other words by chance.
    private const int LeastWithin = 5;

    private readonly Dictionary<string, Product> _byName = new(StringComparer.Ordinal);

    public WrittenProducts(IEnumerable<Product> products)
    {
        foreach (var product in products)
        {
            foreach (var name in NamesOf(product)) _byName[name] = product;
        }
    }

    /// <summary>The names of a product by their bare letters: its code, its name, and those that people write.</summary>
    public static IEnumerable<string> NamesOf(Product product) => product.Written is null
        ? [HeadingText.Fold($"{product.Code}")]
        : product.Written.Append($"{product.Code}").Append(product.Name).Select(HeadingText.Fold).Distinct(StringComparer.Ordinal);

    /// <summary>The product, or none.</summary>
    public Product? Find(string written)
    {
        var whole = HeadingText.Fold(written);
        if (whole.Length == 0) return null;
        if (_byName.TryGetValue(whole, out var product)) return product;
        var words = written.Split([' ', '/', '(', ')', ',', ';', '+', '-', '.', ':'], StringSplitOptions.RemoveEmptyEntries).Select(HeadingText.Fold).ToHashSet(StringComparer.Ordinal);
        var named = _byName.Where(name => words.Contains(name.Key) || (name.Key.Length >= LeastWithin && whole.Contains(name.Key, StringComparison.Ordinal)))
            .Select(name => name.Value).Distinct().Take(2).ToList();
        return named.Count == 1 ? named[0] : null;
    }
}
