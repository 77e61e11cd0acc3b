using XacThuc.Matching.Texts;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Sessions.Cards;

/// <summary>How requests of the police are spoken of.</summary>
internal static class CardsTexts
{
    /// <summary>Who asks for what, from when to when.</summary>
    public static string Asks(CardRequest request) => Speech.Say(
        $"{request.UnitName} đề nghị kết hợp cấp căn cước tại buổi tiêm, từ {Shown.Date(request.From)} đến {Shown.Date(request.To)}",
        $"{request.UnitName} ask to issue cards at your sessions, from {Shown.Date(request.From)} to {Shown.Date(request.To)}");

    /// <summary>How many people they can take.</summary>
    public static string Takes(CardRequest request) => Speech.Say(
        $"{Shown.Number(request.Teams)} tổ, mỗi tổ {Shown.Number(request.PeopleAnHour)} người mỗi giờ",
        $"{Shown.Number(request.Teams)} teams, {Shown.Number(request.PeopleAnHour)} people an hour each");
}
