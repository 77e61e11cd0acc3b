namespace XacThuc.Matching.Indexing.Packing;

/// <summary>Why a file cannot serve as a packed index.</summary>
public enum IndexRefusal
{
    /// <summary>It does not begin as an index does.</summary>
    NotAnIndex,

    /// <summary>It was made by a newer version.</summary>
    Newer,

    /// <summary>It was made by an older version, whose form is no longer read.</summary>
    Older,

    /// <summary>Its end is missing.</summary>
    Truncated,

    /// <summary>Its content is not what was written.</summary>
    Altered,
}
