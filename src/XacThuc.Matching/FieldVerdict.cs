namespace XacThuc.Matching;

/// <summary>What the comparison of one mandatory field came to.</summary>
public enum FieldVerdict : byte
{
    /// <summary>The field was not compared because nobody was found to compare it with.</summary>
    NotCompared,

    /// <summary>The field says the same as the register.</summary>
    Right,

    /// <summary>The field says something else than the register.</summary>
    Wrong,

    /// <summary>The record leaves the field empty.</summary>
    Missing,

    /// <summary>Something is written that cannot be a value of this field.</summary>
    Unreadable,
}
