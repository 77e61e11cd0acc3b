using XacThuc.Web.Acts;

namespace XacThuc.Platform.Sessions.Invite;

/// <summary>Every refusal of inviting.</summary>
internal static class InviteRefusals
{
    public static Refusal PrintOnly { get; } = Refusal.NotAcceptable(
        "invite.print_only",
        "Nơi này chưa nối cổng tin nhắn. In giấy mời theo thôn.",
        "No message gateway is connected here. Print the invitations by hamlet.");

    public static Refusal NobodyToReach { get; } = Refusal.Conflicting(
        "invite.nobody",
        "Không còn ai có số điện thoại mà chưa gửi được. In giấy mời cho người không có điện thoại.",
        "Nobody with a phone is left to be reached. Print invitations for those without one.");
}
