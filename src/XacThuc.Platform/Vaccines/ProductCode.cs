using System.Diagnostics.CodeAnalysis;

namespace XacThuc.Platform.Vaccines;

/// <summary>Our code of a vaccine product: lower-case letters, digits and hyphens. Stable: records carry it.</summary>
internal readonly record struct ProductCode : IParsable<ProductCode>
{
    private readonly string _code;

    private ProductCode(string code) => _code = code;

    public static ProductCode Parse(string s) => Parse(s, null);

    public static ProductCode Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var code)
            ? code
            : throw new FormatException("A product code is a-z, 0-9 and hyphens.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ProductCode result)
    {
        result = CodeWord.Is(s) ? new ProductCode(s) : default;
        return result._code is not null;
    }

    public override string ToString() => _code;
}
