namespace XacThuc.Platform.Records.Papers;

/// <summary>Tells by its first bytes what a file is. What a browser or a name says of it counts for nothing.</summary>
internal static class PaperKinds
{
    /// <summary>What it is; none where it is nothing that is taken.</summary>
    public static PaperKind? Find(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF])) return PaperKind.Jpeg;
        if (file.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A])) return PaperKind.Png;
        return file.StartsWith("%PDF-"u8) ? PaperKind.Pdf : null;
    }

    public static string MediaType(this PaperKind kind) => kind switch
    {
        PaperKind.Jpeg => "image/jpeg",
        PaperKind.Png => "image/png",
        PaperKind.Pdf => "application/pdf",
    };

    public static string Ending(this PaperKind kind) => kind switch
    {
        PaperKind.Jpeg => "jpg",
        PaperKind.Png => "png",
        PaperKind.Pdf => "pdf",
    };
}
