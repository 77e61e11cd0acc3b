namespace XacThuc.Matching.Comparing;

/// <summary>
/// The order of a record's fields wherever several stand together: name, sex, date of birth, number, commune, and the
/// id of the record, which is carried along and never compared.
/// </summary>
public static class RecordFields
{
    /// <summary>How many there are.</summary>
    public const int Count = 6;

    /// <summary>Full name.</summary>
    public const int Name = 0;

    /// <summary>Sex.</summary>
    public const int Sex = 1;

    /// <summary>Date of birth.</summary>
    public const int Date = 2;

    /// <summary>Personal id or old card number.</summary>
    public const int Number = 3;

    /// <summary>Code of the commune of residence.</summary>
    public const int Commune = 4;

    /// <summary>Id of the record.</summary>
    public const int Id = 5;
}
