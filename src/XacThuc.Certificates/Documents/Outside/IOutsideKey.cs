namespace XacThuc.Certificates.Documents.Outside;

/// <summary>A key that is somewhere else.</summary>
internal interface IOutsideKey
{
    /// <summary>The hash that it was asked to sign; none where it was not.</summary>
    byte[]? Asked { get; }
}
