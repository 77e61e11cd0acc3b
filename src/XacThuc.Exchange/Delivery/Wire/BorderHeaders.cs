namespace XacThuc.Exchange.Delivery.Wire;

/// <summary>What a message and an answer carry beside their body.</summary>
internal static class BorderHeaders
{
    public const string Message = "XacThuc-Message";

    public const string Time = "XacThuc-Time";

    /// <summary>RFC 9530.</summary>
    public const string Digest = "Content-Digest";

    /// <summary>Detached JWS, compact (RFC 7515, appendix F; RFC 7797).</summary>
    public const string Signature = "XacThuc-Signature";

    /// <summary>How a packing is called in <c>Content-Encoding</c>; empty for none.</summary>
    public static string NameOf(BodyPacking packing) => packing switch
    {
        BodyPacking.Plain => "",
        BodyPacking.Brotli => "br",
    };

    /// <summary>The packing of that name.</summary>
    public static bool TryPacking(string? name, out BodyPacking packing)
    {
        packing = name is "br" ? BodyPacking.Brotli : BodyPacking.Plain;
        return name is null or "" or "br";
    }

    /// <summary>Where messages of a kind are sent.</summary>
    public static string PathOf(string kind) => $"/border/{kind}";
}
