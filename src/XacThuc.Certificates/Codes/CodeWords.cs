using System.Text.Json;

namespace XacThuc.Certificates.Codes;

/// <summary>Kinds, verdicts and reasons as programs read them: <c>key-unknown</c>.</summary>
public static class CodeWords
{
    /// <summary>A reason's word.</summary>
    public static string Word(this CheckReason reason) => Kebab(reason);

    /// <summary>A verdict's word.</summary>
    public static string Word(this Verdict verdict) => Kebab(verdict);

    /// <summary>A kind's word.</summary>
    public static string Word(this CodeKind kind) => Kebab(kind);

    private static string Kebab<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
