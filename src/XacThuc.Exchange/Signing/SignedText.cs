using System.Text;

namespace XacThuc.Exchange.Signing;

/// <summary>
/// What is signed beside the body, line by line. None of the parts can hold a line end, so no two texts are the same.
/// The payload of the JWS is this text and the body after it.
/// </summary>
internal static class SignedText
{
    /// <summary>Of a message.</summary>
    public static byte[] OfMessage(string path, string time, string id, string packing, string digest) =>
        Encoding.UTF8.GetBytes($"xacthuc-message\nPOST\n{path}\n{time}\n{id}\n{packing}\n{digest}\n");

    /// <summary>Of an answer; bound to its message by id and digest.</summary>
    public static byte[] OfAnswer(
        int status, string path, string time, string id, string packing, string digest, string messageDigest) =>
        Encoding.UTF8.GetBytes($"xacthuc-answer\n{status}\n{path}\n{time}\n{id}\n{packing}\n{digest}\n{messageDigest}\n");

    /// <summary>Of a document that stands for itself: bound to what it is for.</summary>
    public static byte[] OfDocument(string purpose, string digest) => Encoding.UTF8.GetBytes($"xacthuc-document\n{purpose}\n{digest}\n");
}
