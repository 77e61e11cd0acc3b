using System.Security.Cryptography;

namespace XacThuc.Certificates.Documents.Tokens;

/// <summary>The token gave no signature; inside the platform's own signing there is no other way to say it.</summary>
internal sealed class TokenFailedException(Exception inner) : CryptographicException("The token gave no signature.", inner);
