using XacThuc.Certificates.CitizenCard;

namespace XacThuc.Certificates.Tests.CitizenCard;

/// <summary>All of a result in one line, as tests compare it.</summary>
internal static class Shown
{
    public static string Of(string text) => ScannedCode.Read(text).Match(
        card: card => $"card {card.Id.InFull()} {card.OldId?.InFull() ?? "-"} {card.FullName} {card.Born.InFull()} {card.Sex} "
            + $"{card.Residence} {card.Issued:yyyy-MM-dd}",
        notice: notice => $"notice {notice.Id.InFull()} {notice.FullName ?? "-"} {notice.Born.InFull()} {notice.Sex}",
        insurance: card => $"insurance {card.Number} {card.FullName} {card.Born.InFull()} {card.Sex} {card.Address}",
        personalQr: code => $"qr {code.Paper} {code.Id?.InFull() ?? "-"} {code.FullName} {code.Born.InFull()} {code.Declarer} "
            + $"{code.Qid} {code.Sex} {code.InsuranceNumber} {code.Phone}",
        garbled: (garbling, _) => $"garbled {garbling}",
        other: (seeming, _) => $"other {seeming}");
}
