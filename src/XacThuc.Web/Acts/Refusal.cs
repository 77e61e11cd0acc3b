using XacThuc.Matching.Texts;

namespace XacThuc.Web.Acts;

/// <summary>What a refusal means to the caller; decides the HTTP status.</summary>
public enum RefusalKind
{
    /// <summary>It is not there, or the caller may not know that it is (404).</summary>
    NotThere,

    /// <summary>It is in a state that does not allow this (409).</summary>
    Conflicting,

    /// <summary>What was given cannot be accepted (422).</summary>
    NotAcceptable,

    /// <summary>Too often; later is fine (429).</summary>
    TooMany,

    /// <summary>What was sent is larger than is taken (413).</summary>
    TooLarge,

    /// <summary>There is no room to keep it (507).</summary>
    NoRoom,
}

/// <summary>Why something was not done, and what to do next.</summary>
/// <param name="Kind">What it means to the caller.</param>
/// <param name="Code">Stable, <c>noun.state</c>.</param>
/// <param name="Sentence">What is wrong and what to do, in both languages.</param>
public sealed record Refusal(RefusalKind Kind, string Code, Bilingual Sentence)
{
    /// <summary>It is not there.</summary>
    public static Refusal NotThere(string code, string vi, string en) => new(RefusalKind.NotThere, code, new(vi, en));

    /// <summary>Its state does not allow this.</summary>
    public static Refusal Conflicting(string code, string vi, string en) => new(RefusalKind.Conflicting, code, new(vi, en));

    /// <summary>What was given cannot be accepted.</summary>
    public static Refusal NotAcceptable(string code, string vi, string en) => new(RefusalKind.NotAcceptable, code, new(vi, en));
}
