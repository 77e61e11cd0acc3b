using System.Diagnostics.CodeAnalysis;

namespace XacThuc.Platform.Vaccines;

/// <summary>
/// The code of something about a person that decides what may be injected. Data may name others than those known here.
/// </summary>
internal readonly record struct ConditionCode : IParsable<ConditionCode>
{
    public static readonly ConditionCode Pregnant = new("pregnant");
    public static readonly ConditionCode ImmunoCompromised = new("immuno-compromised");

    /// <summary>Has agreed in writing to a dose of another product than the one before.</summary>
    public static readonly ConditionCode AgreesToMix = new("agrees-to-mix");

    private readonly string _code;

    private ConditionCode(string code) => _code = code;

    public static ConditionCode Parse(string s) => Parse(s, null);

    public static ConditionCode Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var code)
            ? code
            : throw new FormatException("A condition's code is a-z, 0-9 and hyphens.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ConditionCode result)
    {
        result = CodeWord.Is(s) ? new ConditionCode(s) : default;
        return result._code is not null;
    }

    public override string ToString() => _code;
}
