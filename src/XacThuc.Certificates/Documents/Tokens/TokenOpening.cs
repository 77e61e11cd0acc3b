using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Net.Pkcs11Interop.Common;
using Net.Pkcs11Interop.HighLevelAPI;
using XacThuc.Certificates.Documents.Keys;

namespace XacThuc.Certificates.Documents.Tokens;

/// <summary>Finds a token and logs in.</summary>
internal static class TokenOpening
{
    public static bool TryOpen(
        TokenAddress address, ReadOnlySpan<char> pin, [NotNullWhen(true)] out TokenSession? session, out KeyRefusal refusal)
    {
        session = null;
        refusal = KeyRefusal.NoModule;
        if (TokenModule.TryLoad(address.Module) is not { } module) return false;
        try
        {
            if (TryFind(module, address, out var slot, out refusal) && TryLogIn(slot, pin, out var opened, out refusal))
                session = new TokenSession(module, opened);
        }
        catch (Pkcs11Exception)
        {
            refusal = KeyRefusal.TokenFailed;
        }

        if (session is null) module.Dispose();
        return session is not null;
    }

    /// <summary>What a refused log-in means.</summary>
    public static KeyRefusal RefusalOf(CKR answer, bool isFinalTry, bool isLocked) => answer switch
    {
        CKR.CKR_PIN_LOCKED => KeyRefusal.PinLocked,
        CKR.CKR_PIN_INCORRECT or CKR.CKR_PIN_INVALID or CKR.CKR_PIN_LEN_RANGE or CKR.CKR_ARGUMENTS_BAD =>
            isLocked ? KeyRefusal.PinLocked : isFinalTry ? KeyRefusal.WrongPinOneTryLeft : KeyRefusal.WrongPin,
        CKR.CKR_USER_ALREADY_LOGGED_IN or CKR.CKR_USER_ANOTHER_ALREADY_LOGGED_IN => KeyRefusal.TokenInUse,
        CKR.CKR_USER_PIN_NOT_INITIALIZED => KeyRefusal.NoCertificate,
        CKR.CKR_TOKEN_NOT_PRESENT or CKR.CKR_DEVICE_REMOVED => KeyRefusal.NoToken,
        _ => KeyRefusal.TokenFailed,
    };

    private static bool TryFind(TokenModule module, TokenAddress address, [NotNullWhen(true)] out ISlot? slot, out KeyRefusal refusal)
    {
        var found = module.Library.GetSlotList(SlotsType.WithTokenPresent).Where(one => Holds(one, address)).ToList();
        slot = found.Count == 1 ? found[0] : null;
        refusal = found.Count == 0 ? KeyRefusal.NoToken : KeyRefusal.SeveralTokens;
        return slot is not null;
    }

    private static bool Holds(ISlot slot, TokenAddress address)
    {
        try
        {
            var token = slot.GetTokenInfo();
            return address.Label is not null
                ? string.Equals(token.Label, address.Label, StringComparison.Ordinal)
                : string.Equals(token.SerialNumber, address.Serial, StringComparison.Ordinal);
        }
        catch (Pkcs11Exception)
        {
            // Another reader's card that the driver does not know, or one pulled out this moment: not the one that is sought.
            return false;
        }
    }

    private static bool TryLogIn(ISlot slot, ReadOnlySpan<char> pin, [NotNullWhen(true)] out ISession? session, out KeyRefusal refusal)
    {
        refusal = default;
        session = slot.OpenSession(SessionType.ReadOnly);
        var letters = new byte[Encoding.UTF8.GetByteCount(pin)];
        try
        {
            Encoding.UTF8.GetBytes(pin, letters);
            session.Login(CKU.CKU_USER, letters);
            return true;
        }
        catch (Pkcs11Exception refused)
        {
            // That another one of this process is logged in is a refusal: the PIN would not be looked at.
            session.Dispose();
            session = null;
            var flags = slot.GetTokenInfo().TokenFlags;
            refusal = RefusalOf(refused.RV, flags.UserPinFinalTry, flags.UserPinLocked);
            return false;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(letters);
        }
    }
}
