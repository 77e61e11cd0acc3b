using XacThuc.Platform.CheckPoints.Scans;

namespace XacThuc.Platform.CheckPoints.Trace;

/// <summary>By what scans a person is recognised, whichever code was shown.</summary>
internal sealed record SoughtKeys(byte[]?[] Qids, byte[]?[] Papers, byte[]?[] Certificates)
{
    /// <summary>Whether a scan is of the person.</summary>
    public bool Hold(Scan scan) => Holds(Qids, scan.QidKey) || Holds(Papers, scan.PaperKey) || Holds(Certificates, scan.CertificateKey);

    private static bool Holds(byte[]?[] keys, byte[]? key) => key is not null && Array.Exists(keys, one => one.AsSpan().SequenceEqual(key));
}
