namespace XacThuc.Certificates.Hcert.Schema;

/// <summary>What of a certificate is not as its schema says.</summary>
/// <param name="At">Where: <c>v/0/dn</c>.</param>
/// <param name="Rule">What it breaks.</param>
public sealed record SchemaFault(string At, SchemaRule Rule);

/// <summary>What a schema asks.</summary>
public enum SchemaRule
{
    /// <summary>It must be there.</summary>
    Missing,

    /// <summary>It is of another kind: a number where text must stand, nothing where a list must.</summary>
    Kind,

    /// <summary>It is longer than it may be.</summary>
    TooLong,

    /// <summary>It is not written as it must be: capitals of a passport, a year from 1900 to 2099, a country.</summary>
    Form,

    /// <summary>It is no date, or no moment.</summary>
    NotATime,

    /// <summary>The number is not in its range.</summary>
    Range,

    /// <summary>A certificate is about one vaccination, one test or one recovery: there is none, or another too.</summary>
    NotOne,
}
